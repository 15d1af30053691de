@NullMarked
package cn.anxun.app.feature.activity;

import org.jspecify.annotations.NullMarked;
