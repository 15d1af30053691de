/** Where one can go in the app, named apart from the screens, so that no feature knows another. */
@NullMarked
package cn.anxun.app.navigation;

import org.jspecify.annotations.NullMarked;
