@NullMarked
package cn.anxun.server.text;

import org.jspecify.annotations.NullMarked;
