#include "text/character.h"

namespace spamlint {

#include "text_tables.h"

}  // namespace spamlint
