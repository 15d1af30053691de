/** Tests of the screens on which papers are filled in, signed and issued. */
@NullMarked
package cn.anxun.app.feature.paper;

import org.jspecify.annotations.NullMarked;
