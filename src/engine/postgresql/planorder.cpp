#include "engine/postgresql/planner.h"

#include <queue>

namespace countersign::engine::postgresql {

using schema::ObjectKind;

std::optional<std::vector<int>> Planner::sorted()
{
    const std::size_t count = m_nodes.size();
    std::vector<std::vector<int>> successors(count);
    std::vector<int> waiting(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        for (const int first : m_nodes[i].after) {
            successors[static_cast<std::size_t>(first)].push_back(static_cast<int>(i));
            ++waiting[i];
        }
    }
    using Key = std::pair<int, int>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> ready;
    const auto push = [&](std::size_t i) { ready.emplace(m_nodes[i].rank, static_cast<int>(i)); };
    for (std::size_t i = 0; i < count; ++i) {
        if (waiting[i] == 0) {
            push(i);
        }
    }
    std::vector<int> order;
    std::vector<bool> done(count, false);
    while (order.size() < count) {
        if (ready.empty()) {
            std::vector<int> stalled;
            for (std::size_t i = 0; i < count; ++i) {
                if (!done[i]) {
                    stalled.push_back(static_cast<int>(i));
                }
            }
            // Only what others of the rest wait for can be part of a cycle.
            for (bool trimmed = true; trimmed;) {
                const std::set<int> left(stalled.begin(), stalled.end());
                trimmed = std::erase_if(stalled, [&](int i) {
                              return std::ranges::none_of(successors[static_cast<std::size_t>(i)],
                                                          [&](int next) { return left.contains(next); });
                          }) > 0;
            }
            if (splitCycle(stalled)) {
                return std::nullopt;
            }
            // A cycle that cannot be cut: go on with the statement that waits for the fewest others.
            const int least = *std::ranges::min_element(stalled, {}, [&](int i) {
                return waiting[static_cast<std::size_t>(i)] * 100 + m_nodes[static_cast<std::size_t>(i)].rank;
            });
            waiting[static_cast<std::size_t>(least)] = 0;
            push(static_cast<std::size_t>(least));
        }
        const auto index = static_cast<std::size_t>(ready.top().second);
        ready.pop();
        if (done[index]) {
            continue;
        }
        done[index] = true;
        order.push_back(static_cast<int>(index));
        for (const int next : successors[index]) {
            if (--waiting[static_cast<std::size_t>(next)] == 0) {
                push(static_cast<std::size_t>(next));
            }
        }
    }
    return order;
}

bool Planner::splitCycle(const std::vector<int> &stalled)
{
    bool cut = false;
    for (const int index : stalled) {
        const Node &node = m_nodes[static_cast<std::size_t>(index)];
        const bool relation = node.id.kind == ObjectKind::Table || node.id.kind == ObjectKind::View;
        if (relation && node.moment == Moment::Make && (isAdded(node.id) || isRemade(node.id)) &&
            m_split.insert(node.id).second) {
            cut = true;
        }
        if (node.id.kind == ObjectKind::Table && node.moment == Moment::Drop &&
            (isRemoved(node.id) || isRemade(node.id)) && m_loosened.insert(node.id).second) {
            cut = true;
        }
    }
    return cut;
}

} // namespace countersign::engine::postgresql
