#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace spamlint {

/// A value for each rule, made when it is first asked for: what a report repeats message by message. Used by several
/// threads at once.
template <class Value>
class OnceEach {
public:
    explicit OnceEach(std::size_t count) : known_(count) {}

    template <class Make>
    const Value& at(std::size_t index, const Make& make) const {
        Known& known = known_.at(index);
        std::call_once(known.once, [&] { known.value = make(); });
        return known.value;
    }

private:
    struct Known {
        std::once_flag once;
        Value value;
    };
    mutable std::vector<Known> known_;
};

}  // namespace spamlint
