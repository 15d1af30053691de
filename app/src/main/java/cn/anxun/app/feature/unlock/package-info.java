/** The PIN: making one, and opening the app with it or with a finger. */
@NullMarked
package cn.anxun.app.feature.unlock;

import org.jspecify.annotations.NullMarked;
