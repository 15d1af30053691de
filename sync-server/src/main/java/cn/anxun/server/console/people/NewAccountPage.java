package cn.anxun.server.console.people;

/** A new account as it was typed, with why it was not made, or "". */
public record NewAccountPage(
    String account, String name, GrantForm grant, String address, String problem) {}
