/** Tests of handing out the app. */
@NullMarked
package cn.anxun.server.handout;

import org.jspecify.annotations.NullMarked;
