/**
 * A bureau's bad weeks, made from a seed: phones over real stores, a real server, and a network, a
 * clock and disks that do their worst. What people saw saved must be there in the end, once.
 */
@NullMarked
package cn.anxun.server.simulation;

import org.jspecify.annotations.NullMarked;
