// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/halving.h"

#include "core/text.h"
#include "openapi/envelope.h"

#include <algorithm>

namespace rangedesk {

namespace {

const RequestRecord* bySequence(const std::vector<RequestRecord>& requests, std::int64_t sequence)
{
    const auto found = std::find_if(requests.begin(), requests.end(),
                                    [sequence](const RequestRecord& r) { return r.sequence == sequence; });
    return found == requests.end() ? nullptr : &*found;
}

bool wasRefused(const RequestRecord& request)
{
    return request.state == RequestState::Rejected;
}

} // namespace

HalvingStep halvingStep(const std::vector<RequestRecord>& requests, const RequestRecord& refused)
{
    const std::string words = toUtf8(refused.message);
    if (speaksOfCredentials(words) || speaksOfPermission(words) || speaksOfDisabledRanges(words))
        return HalvingStep::Stop;
    const RequestRecord* root = &refused;
    while (root->parent != 0) {
        const RequestRecord* parent = bySequence(requests, root->parent);
        if (parent == nullptr)
            break;
        root = parent;
    }
    // Both first halves refused in the same words: it is not a product that is refused.
    std::vector<const RequestRecord*> halves;
    int extra = 0;
    for (const RequestRecord& request : requests) {
        if (request.parent == root->sequence && wasRefused(request))
            halves.push_back(&request);
        if (request.parent != 0 && request.target == refused.target)
            ++extra;
    }
    if (halves.size() >= 2 && halves[0]->message == halves[1]->message && halves[0]->code == halves[1]->code)
        return HalvingStep::Stop;
    return extra + 2 <= mostExtraRequests ? HalvingStep::Halve : HalvingStep::NotIsolated;
}

} // namespace rangedesk
