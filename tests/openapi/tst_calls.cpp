// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/call.h"
#include "support/test_world.h"

#include <QTest>

int main() { return 0; }
