// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace rangedesk::tests {

/// Every part of ui/common in one window: buttons, fields, chips, marks, icons, delegates, notes, bars.
std::unique_ptr<QWidget> makeGallery();

} // namespace rangedesk::tests
