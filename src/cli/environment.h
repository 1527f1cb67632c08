#pragma once

#include <cstddef>
#include <string>

namespace spamlint {

/// "zh" where the locale (LC_ALL, else LC_MESSAGES, else LANG) is a Chinese one, else "en".
std::string language_of_locale();

/// Whether standard output wants colours: a terminal does, unless NO_COLOR is set (https://no-color.org) or TERM is
/// "dumb"; CLICOLOR_FORCE asks for them anywhere.
bool standard_output_wants_colour();

/// Whether progress can be shown on standard error without spoiling a log.
bool standard_error_is_terminal();

/// Columns of the terminal on standard output, between 60 and 120; 100 where there is none.
std::size_t standard_output_width();

}  // namespace spamlint
