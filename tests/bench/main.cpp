// spamlint_bench [--benchmark_…] PATH…: Google Benchmark over the messages below the paths. script/bench calls it.
#include <benchmark/benchmark.h>

#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "bench/stages.h"

using namespace spamlint::bench;

namespace {

void time(benchmark::State& state, const Stage& stage, const std::vector<Sample>& samples) {
    for ([[maybe_unused]] auto _ : state) stage.run(samples);
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetItemsProcessed(rounds * static_cast<std::int64_t>(samples.size()));
    state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes_of(samples)));
}

void add(const std::string& set, const std::vector<Stage>& stages, const std::vector<Sample>& samples) {
    for (const Stage& stage : stages)
        benchmark::RegisterBenchmark((set + "/" + std::string(stage.name)).c_str(), [stage, &samples](
                                                                                        benchmark::State& state) {
            time(state, stage, samples);
        })->Unit(benchmark::kMillisecond);
}

std::vector<Sample> with_html(std::vector<Sample> samples) {
    std::erase_if(samples, [](const Sample& sample) { return sample.html.empty(); });
    return samples;
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    try {
        const std::vector<Sample> samples = read_samples({argv + 1, argv + argc});
        const std::vector<Sample> html = with_html(samples);
        for (const auto& [set, messages] : {std::pair{"all", &samples}, std::pair{"html", &html}}) {
            if (messages->empty()) continue;
            add(set, floor_stages(), *messages);
            add(set, pipeline_stages(), *messages);
        }
        benchmark::RunSpecifiedBenchmarks();
    } catch (const std::exception& error) {
        std::cerr << "spamlint_bench: " << error.what() << '\n';
        return 2;
    }
}
