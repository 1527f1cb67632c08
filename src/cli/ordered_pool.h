#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace spamlint {

/// Runs tasks on several threads and hands their results on in the order in which the tasks came, on the thread that
/// submits. No more than a few tasks per thread are under way: a batch of any size needs bounded memory. Threads start
/// when there is a second task; a lone one runs on the submitting thread, in finish(). An exception of a task comes out
/// of submit() or finish().
template <class Result>
class OrderedPool {
public:
    OrderedPool(std::size_t threads, std::function<void(Result)> take)
        : most_threads_(threads), take_(std::move(take)) {}
    OrderedPool(const OrderedPool&) = delete;
    OrderedPool& operator=(const OrderedPool&) = delete;
    ~OrderedPool() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
            waiting_.clear();
        }
        wake_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    void submit(std::function<Result()> task) {
        if (most_threads_ <= 1) return take_(task());
        if (threads_.empty() && !first_) {
            first_ = std::move(task);
            return;
        }
        if (first_) start(std::exchange(first_, nullptr));
        start(std::move(task));
        while (results_.size() >= tasks_per_thread * most_threads_ || first_is_ready()) take_first();
    }

    /// Waits for what is under way and hands it on.
    void finish() {
        if (first_) take_(std::exchange(first_, nullptr)());
        while (!results_.empty()) take_first();
    }

private:
    static constexpr std::size_t tasks_per_thread = 8;

    void start(std::function<Result()> task) {
        std::packaged_task<Result()> packaged(std::move(task));
        results_.push_back(packaged.get_future());
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(packaged));
        }
        wake_.notify_one();
        if (threads_.size() < most_threads_) threads_.emplace_back([this] { work(); });
    }

    bool first_is_ready() const {
        return !results_.empty() && results_.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

    void take_first() {
        Result result = results_.front().get();
        results_.pop_front();
        take_(std::move(result));
    }

    void work() {
        while (true) {
            std::packaged_task<Result()> task;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
                if (waiting_.empty()) return;
                task = std::move(waiting_.front());
                waiting_.pop_front();
            }
            task();
        }
    }

    std::size_t most_threads_;
    std::function<void(Result)> take_;
    std::function<Result()> first_;  // kept back until there is a second
    std::deque<std::future<Result>> results_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::packaged_task<Result()>> waiting_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace spamlint
