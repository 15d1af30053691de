@NullMarked
package cn.anxun.server;

import org.jspecify.annotations.NullMarked;
