package dev.retinue.users;

/** A row as the viewer sees it. */
record Entry(Circle.Row row, boolean self, boolean following) {}
