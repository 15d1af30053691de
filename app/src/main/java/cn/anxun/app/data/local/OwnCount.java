package cn.anxun.app.data.local;

import androidx.annotation.NonNull;

/** How many of one's own entries are in a state, and how many of them wait for the server. */
public record OwnCount(@NonNull String state, int entries, int waiting) {}
