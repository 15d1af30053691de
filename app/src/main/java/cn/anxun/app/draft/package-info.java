/** What is begun and not saved: kept at every keystroke, so that a kill takes nothing. */
@NullMarked
package cn.anxun.app.draft;

import org.jspecify.annotations.NullMarked;
