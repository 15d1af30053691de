package cn.anxun.server.storage;

import cn.anxun.core.ledger.Role;

/** Who pushes, as the token says: what the stamp of every entry of the request will hold. */
public record Pusher(String account, Role role, String device) {}
