/** One record of a kind that has no screen of its own: what it says, as it stands. */
@NullMarked
package cn.anxun.app.feature.detail;

import org.jspecify.annotations.NullMarked;
