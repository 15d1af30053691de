/** Tests that data of earlier versions comes to this one whole. */
@NullMarked
package cn.anxun.server.upgrade;

import org.jspecify.annotations.NullMarked;
