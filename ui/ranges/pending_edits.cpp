// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/pending_edits.h"

#include "session/worker.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds keepAfter{500};
constexpr std::chrono::seconds retryAfter{20};

} // namespace

QString PendingEdits::pathOf(const DataDirectory& data, const QString& scope)
{
    return data.scopedPath(QStringLiteral("range-edits"), scope);
}

class PendingEdits::Command : public QUndoCommand
{
public:
    Command(PendingEdits& edits, const QString& text, std::vector<RangeEdits::Step> steps,
            std::optional<RangeEdits::Clearing> clearing)
        : QUndoCommand(text), m_edits(edits), m_steps(std::move(steps)), m_clearing(std::move(clearing))
    {}
    void redo() override
    {
        if (!std::exchange(m_isDone, true))
            return; // it was done when it was made
        RangeEdits edits = m_edits.edits();
        for (const RangeEdits::Step& step : m_steps)
            edits.put(step.target, step.product, step.after);
        m_edits.restore(std::move(edits), m_clearing, true);
    }
    void undo() override
    {
        RangeEdits edits = m_edits.edits();
        std::for_each(m_steps.rbegin(), m_steps.rend(), [&edits](const RangeEdits::Step& step) {
            edits.put(step.target, step.product, step.before);
        });
        m_edits.restore(std::move(edits), m_clearing, false);
    }

private:
    PendingEdits& m_edits;
    std::vector<RangeEdits::Step> m_steps;
    std::optional<RangeEdits::Clearing> m_clearing;
    bool m_isDone = false;
};

PendingEdits::PendingEdits(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_edits(std::make_shared<const RangeEdits>())
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(keepAfter);
    connect(&m_timer, &QTimer::timeout, this, &PendingEdits::keep);
    connect(&desk.runner(), &JobRunner::opened, this, &PendingEdits::load);
    load();
}

PendingEdits::~PendingEdits()
{
    if (m_isDirty)
        keep();
    m_writer.waitForDone();
}

void PendingEdits::load()
{
    if (m_isLoaded || m_desk.data() == nullptr)
        return;
    m_isLoaded = true;
    const QString path = pathOf(*m_desk.data(), m_desk.scope());
    if (!QFileInfo::exists(path))
        return;
    const auto bytes = m_desk.data()->load(path);
    auto edits = bytes ? RangeEdits::fromJson(*bytes) : tl::unexpected(bytes.error());
    if (!edits) {
        DataDirectory::keepDamaged(path); // the next edit must not overwrite it
        Q_EMIT failed(edits.error());
        return;
    }
    m_edits = std::make_shared<const RangeEdits>(std::move(*edits));
    Q_EMIT changed();
}

void PendingEdits::keep()
{
    m_isDirty = false;
    if (m_desk.data() == nullptr)
        return;
    const auto work = [edits = m_edits, data = m_desk.data(),
                       path = pathOf(*m_desk.data(), m_desk.scope())]() -> Result<void> {
        if (!edits->isEmpty())
            return data->keep(path, edits->toJson());
        QFile::remove(path);
        return {};
    };
    const auto done = [this](const Result<void>& kept) {
        if (!kept) {
            m_isDirty = true;
            m_timer.start(retryAfter);
            Q_EMIT failed(kept.error());
        }
    };
    inWorker(this, work, done, &m_writer);
}

void PendingEdits::set(RangeEdits edits)
{
    m_edits = std::make_shared<const RangeEdits>(std::move(edits));
    m_isDirty = true;
    m_timer.start(keepAfter);
    Q_EMIT changed();
}

/// After an undo or redo: a clearing comes and goes with the edits that it belongs to.
void PendingEdits::restore(RangeEdits edits, const std::optional<RangeEdits::Clearing>& clearing,
                           bool isThere)
{
    if (clearing) {
        edits.dropClearing(clearing->old.key());
        if (isThere)
            edits.addClearing(*clearing);
    }
    edits.dropOrphanClearings();
    set(std::move(edits));
}

void PendingEdits::apply(const QString& text, std::vector<Wish> wishes,
                         const std::optional<RangeEdits::Clearing>& clearing)
{
    RangeEdits edits = *m_edits;
    std::vector<RangeEdits::Step> steps;
    steps.reserve(wishes.size());
    for (Wish& wish : wishes)
        steps.push_back(edits.put(wish.target, wish.product, std::move(wish.edit)));
    if (steps.empty())
        return;
    m_undo.push(new Command(*this, text, std::move(steps), clearing));
    restore(std::move(edits), clearing, true);
}

void PendingEdits::discard(const std::string& targetKey)
{
    const RangeEdits::Target* edited = m_edits->target(targetKey);
    if (edited == nullptr)
        return;
    std::vector<Wish> wishes;
    for (const auto& [product, edit] : edited->products)
        wishes.push_back({edited->target, product, {}});
    apply(tr("discard the edits of %1").arg(edited->target.sentence()), std::move(wishes));
}

void PendingEdits::discardAll(ChangeKind kind)
{
    std::vector<Wish> wishes;
    for (const auto& [key, edited] : m_edits->targets()) {
        for (const auto& [product, edit] : edited.products) {
            if (edited.target.kind == kind)
                wishes.push_back({edited.target, product, {}});
        }
    }
    apply(tr("discard all edits"), std::move(wishes));
}

void PendingEdits::dropClearing(const std::string& oldKey)
{
    RangeEdits edits = *m_edits;
    edits.dropClearing(oldKey);
    set(std::move(edits));
}

void PendingEdits::settle(const Batch& batch)
{
    if (m_edits->isEmpty())
        return;
    RangeEdits edits = *m_edits;
    const std::size_t clearings = edits.clearings().size();
    const auto due = edits.dueClearings().size();
    const bool isDone = !edits.dropDone(batch).empty();
    const bool isOther = clearings != edits.clearings().size() || due != edits.dueClearings().size();
    if (!isDone && !isOther)
        return;
    m_undo.clear(); // what was posted is undone as a job
    set(std::move(edits));
}

} // namespace rangedesk::ui
