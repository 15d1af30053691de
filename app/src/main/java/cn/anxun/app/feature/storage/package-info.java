/** 照片与存储 in the settings: how long what stays on the phone, and space made at once. */
@NullMarked
package cn.anxun.app.feature.storage;

import org.jspecify.annotations.NullMarked;
