package cn.anxun.server.report;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.storage.Head;

/**
 * Where printed figures come from: printed in small letters on every form, so that an auditor can
 * ask the same ledger again.
 *
 * @param bureau its name as printed
 * @param cutoff as of when the figures answer
 * @param head the chain's head at the cut-off's seq
 */
public record Provenance(String bureau, Cutoff cutoff, Head head) {}
