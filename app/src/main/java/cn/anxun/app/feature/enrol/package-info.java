/** 入网: by a QR or by hand, this phone becomes a device of an account. */
@NullMarked
package cn.anxun.app.feature.enrol;

import org.jspecify.annotations.NullMarked;
