// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "session/desk.h"

#include <QDialog>
#include <QFormLayout>
#include <QTimer>

namespace rangedesk::ui {

/// How the connection stands now: reached or not, by which way, with which certificate, how fast, and what
/// slows it down. Stays open beside the work and follows it.
class ConnectionPanel : public QDialog
{
    Q_OBJECT
public:
    ConnectionPanel(Desk& desk, QWidget* parent);

    /// Asks the server once, harmlessly.
    void test();
    QString text() const;

Q_SIGNALS:
    void tested();

private:
    enum Fact : std::uint8_t {
        State,
        Address,
        Proxy,
        Certificate,
        Clock,
        Flight,
        Rate,
        SlowDown,
        Sent,
        FactCount
    };
    void setTexts();
    void showState();
    void showCertificate(const ConnectionStatus& status);
    void setFact(Fact fact, const QString& value, const char* tone = "");
    QString stateWords(const ConnectionStatus& status, const char** tone) const;

    Desk& m_desk;
    QLabel* m_title;
    std::array<QLabel*, FactCount> m_names{};
    std::array<QLabel*, FactCount> m_values{};
    QWidget* m_certificate = nullptr;
    QString m_shownFingerprint;
    QVBoxLayout* m_column;
    QPushButton* m_test;
    QPushButton* m_copy;
    QPushButton* m_close;
    QTimer m_ticker;
    QString m_proxy;
    bool m_hasAskedProxy = false;
    bool m_isTesting = false;
};

} // namespace rangedesk::ui
