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

Result<void> write(const RangeEdits& edits, const DataDirectory& data, const QString& path)
{
    if (!edits.isEmpty())
        return data.keep(path, edits.toJson());
    QFile::remove(path);
    return {};
}

} // namespace

QString PendingEdits::pathOf(const DataDirectory& data, const QString& scope)
{
    return data.scopedPath(QStringLiteral("range-edits"), scope);
}

class PendingEdits::Command : public QUndoCommand
{
public:
    /// @param come, @param gone clearings that are wanted from now on, and such as are wanted no more
    Command(PendingEdits& edits, const QString& text, std::vector<RangeEdits::Step> steps, Clearings come,
            Clearings gone)
        : QUndoCommand(text), m_edits(edits), m_steps(std::move(steps)), m_come(std::move(come)),
          m_gone(std::move(gone))
    {}
    void redo() override
    {
        if (!std::exchange(m_isDone, true))
            return; // it was done when it was made
        RangeEdits edits = m_edits.edits();
        for (const RangeEdits::Step& step : m_steps)
            edits.put(step.target, step.product, step.after, step.seenAfter, true);
        exchange(edits, m_gone, m_come);
        m_edits.set(std::move(edits));
    }
    void undo() override
    {
        RangeEdits edits = m_edits.edits();
        std::for_each(m_steps.rbegin(), m_steps.rend(), [&edits](const RangeEdits::Step& step) {
            edits.put(step.target, step.product, step.before, step.seenBefore, true);
        });
        exchange(edits, m_come, m_gone);
        m_edits.set(std::move(edits));
    }

    /// The same without what concerns some targets; nullptr where nothing is left.
    std::unique_ptr<Command> without(const std::set<std::string>& targets) const
    {
        auto left = std::make_unique<Command>(m_edits, text(), m_steps, m_come, m_gone);
        std::erase_if(left->m_steps, [&targets](const RangeEdits::Step& step) {
            return targets.contains(step.target.key());
        });
        const auto concerns = [&targets](const RangeEdits::Clearing& clearing) {
            return targets.contains(clearing.old.key()) ||
                   std::any_of(clearing.after.begin(), clearing.after.end(),
                               [&targets](const std::string& key) { return targets.contains(key); });
        };
        std::erase_if(left->m_come, concerns);
        std::erase_if(left->m_gone, concerns);
        const bool isEmpty = left->m_steps.empty() && left->m_come.empty() && left->m_gone.empty();
        return isEmpty ? nullptr : std::move(left);
    }

private:
    static void exchange(RangeEdits& edits, const Clearings& gone, const Clearings& come)
    {
        for (const RangeEdits::Clearing& clearing : gone)
            edits.dropClearing(clearing.old.key());
        for (const RangeEdits::Clearing& clearing : come)
            edits.addClearing(clearing);
    }

    PendingEdits& m_edits;
    std::vector<RangeEdits::Step> m_steps;
    Clearings m_come;
    Clearings m_gone;
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
    (void)flush();
    m_writer.waitForDone();
}

Result<void> PendingEdits::flush()
{
    m_timer.stop();
    m_writer.waitForDone();
    if (m_desk.data() == nullptr || (!m_isDirty && (!m_isWritten || *m_isWritten)))
        return {};
    Result<void> written = write(*m_edits, *m_desk.data(), pathOf(*m_desk.data(), m_desk.scope()));
    m_isDirty = !written;
    if (written)
        m_isWritten.reset();
    else
        m_timer.start(retryAfter);
    return written;
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
    m_isWritten = std::make_shared<std::atomic<bool>>(false);
    const auto work = [edits = m_edits, data = m_desk.data(), isWritten = m_isWritten,
                       path = pathOf(*m_desk.data(), m_desk.scope())]() -> Result<void> {
        Result<void> kept = write(*edits, *data, path);
        *isWritten = kept.has_value();
        return kept;
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
    // Who edits without a pause is written as well.
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > keepAfter)
        m_timer.start(keepAfter);
    Q_EMIT changed();
}

void PendingEdits::apply(const QString& text, std::vector<Wish> wishes,
                         const std::optional<RangeEdits::Clearing>& clearing)
{
    if (wishes.empty())
        return;
    Clearings come;
    if (clearing) {
        come.push_back(*clearing);
        if (come.front().digest == 0 && m_digestOf)
            come.front().digest = m_digestOf(clearing->old.key());
    }
    change(text, std::move(wishes), come, {});
}

/// A clearing goes with the edits that it waits for, where a person gives them up.
void PendingEdits::change(const QString& text, std::vector<Wish> wishes, const Clearings& come,
                          const Clearings& gone)
{
    RangeEdits edits = *m_edits;
    std::vector<RangeEdits::Step> steps;
    std::set<std::string> givenUp;
    steps.reserve(wishes.size());
    for (Wish& wish : wishes) {
        steps.push_back(
            edits.put(wish.target, wish.product, std::move(wish.edit), wish.seen, wish.renewsSeen));
        if (!steps.back().after)
            givenUp.insert(wish.target.key());
    }
    for (const RangeEdits::Clearing& clearing : gone)
        edits.dropClearing(clearing.old.key());
    for (const RangeEdits::Clearing& clearing : come) {
        edits.dropClearing(clearing.old.key()); // planned anew
        edits.addClearing(clearing);
    }
    edits.dropOrphanClearings(givenUp);
    const auto differing = [](const Clearings& from, const Clearings& without) {
        Clearings some;
        for (const RangeEdits::Clearing& one : from) {
            if (std::find(without.begin(), without.end(), one) == without.end())
                some.push_back(one);
        }
        return some;
    };
    m_undo.push(new Command(*this, text, std::move(steps), differing(edits.clearings(), m_edits->clearings()),
                            differing(m_edits->clearings(), edits.clearings())));
    set(std::move(edits));
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
    Clearings gone;
    for (const RangeEdits::Clearing& clearing : m_edits->clearings()) {
        if (clearing.old.kind == kind)
            gone.push_back(clearing);
    }
    if (!wishes.empty() || !gone.empty())
        change(tr("discard all edits"), std::move(wishes), {}, gone);
}

void PendingEdits::dropClearings(const std::vector<std::string>& oldKeys)
{
    Clearings gone;
    for (const std::string& key : oldKeys) {
        if (const RangeEdits::Clearing* clearing = m_edits->clearingOf(key))
            gone.push_back(*clearing);
    }
    if (!gone.empty())
        change(gone.size() == 1 ? tr("keep the old range") : tr("keep %1 old ranges").arg(gone.size()), {},
               {}, gone);
}

void PendingEdits::settle(const Batch& batch)
{
    if (m_edits->isEmpty())
        return;
    RangeEdits edits = *m_edits;
    std::set<std::string> done;
    for (const RangeEdits::Step& step : edits.dropDone(batch))
        done.insert(step.target.key());
    for (const RangeEdits::Clearing& clearing : m_edits->clearings()) {
        const RangeEdits::Clearing* left = edits.clearingOf(clearing.old.key());
        if (left == nullptr || !(*left == clearing))
            done.insert(clearing.old.key());
    }
    if (done.empty())
        return;
    forget(done);
    set(std::move(edits));
}

/// What was posted is undone as a job; the steps of other targets can be undone as before.
void PendingEdits::forget(const std::set<std::string>& targets)
{
    std::vector<std::unique_ptr<Command>> left;
    for (int i = 0; i < m_undo.index(); ++i) {
        if (auto command = static_cast<const Command*>(m_undo.command(i))->without(targets))
            left.push_back(std::move(command));
    }
    m_undo.clear();
    for (std::unique_ptr<Command>& command : left)
        m_undo.push(command.release());
}

} // namespace rangedesk::ui
