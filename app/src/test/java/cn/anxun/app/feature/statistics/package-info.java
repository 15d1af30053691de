@NullMarked
package cn.anxun.app.feature.statistics;

import org.jspecify.annotations.NullMarked;
