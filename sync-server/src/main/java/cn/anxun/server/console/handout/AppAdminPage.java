package cn.anxun.server.console.handout;

import cn.anxun.server.handout.HandedOutApp;
import java.util.Optional;

/**
 * Which app phones get, for the administrator.
 *
 * @param offered empty where there is none yet
 * @param mayPut whether this person may put a newer one in its place
 * @param problem why the last file was not taken; "" where nothing was wrong
 */
public record AppAdminPage(Optional<HandedOutApp> offered, boolean mayPut, String problem) {}
