@NullMarked
package cn.anxun.app.feature.tally;

import org.jspecify.annotations.NullMarked;
