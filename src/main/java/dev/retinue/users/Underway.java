package dev.retinue.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Whether a transaction is under way in this thread. */
@ApplicationScoped
public class Underway {

    @Inject
    TransactionSynchronizationRegistry transactions;

    public boolean isUnderway() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
