/// The dashboard as a person finds it: in a browser, with eyes or with a keyboard alone. Without a Chromium on the path
/// these tests are skipped and say so.
@NullMarked
package io.chainrule.dashboard;

import org.jspecify.annotations.NullMarked;
