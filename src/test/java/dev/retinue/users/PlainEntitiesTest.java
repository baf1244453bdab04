package dev.retinue.users;

import static dev.retinue.support.Transactions.ask;
import static dev.retinue.support.Transactions.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.sql.Columns;
import dev.retinue.sql.Original;
import dev.retinue.sql.PlainQuery;
import dev.retinue.sql.PlainSql;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;

/** Entities that are read by a {@link PlainSql}, and what of a session it heeds. */
@QuarkusTest
class PlainEntitiesTest extends TwoPeople {

    private static final String ALL_THERE = """
            update users set email = 'daniel@example.org', bio = 'Boats', links = '{https://example.org/}', avatar = 'a-key',
                scheme = 'dark', private_since = created_at - interval '1 us', followers_for = 'MEMBERS', following_for = 'ME',
                counts_for = 'FOLLOWERS', hidden_since = created_at + interval '1 us', suspended_since = created_at + interval '2 us',
                leaves_at = created_at + interval '3 us', renamed_at = created_at + interval '4 us'
            where username_key = 'daniel_bates'
            """;

    private static final String COUNTS = """
            update follow_counts set followers = 1, following = 2, private_followers = 3, private_following = 4,
                hidden_followers = 5, hidden_following = 6, version = 7
            where user_id = (select id from users where username_key = 'daniel_bates')
            """;

    /** And not what Hibernate keeps in an entity. */
    private static final RecursiveComparisonConfiguration OURS = RecursiveComparisonConfiguration.builder()
            .withIgnoredFieldsMatchingRegexes("\\$\\$_.*")
            .build();

    @Inject
    Original original;

    @Inject
    Circle circle;

    @Test
    void aUserIsReadAsHibernateReadsThem() {
        update(ALL_THERE);
        var daniel = named("Daniel Bates");
        assertNothingIsNull(daniel);
        for (var user : List.of(daniel, sutton)) {
            assertThat(read(User.columns("u"), "users u where id = " + user.id, User::new))
                    .usingRecursiveFieldByFieldElementComparator(OURS)
                    .containsExactly(user);
        }
    }

    @Test
    void countsAreReadAsHibernateReadsThem() {
        update(COUNTS);
        assertThat(read(FollowCounts.columns("c"), "follow_counts c where user_id = " + daniel.id, FollowCounts::new))
                .usingRecursiveFieldByFieldElementComparator(OURS)
                .containsExactly(ask(() -> FollowCounts.of(daniel)));
        update("update follow_counts set "
                + "followers = 0, following = 0, private_followers = 0, private_following = 0, "
                + "hidden_followers = 0, hidden_following = 0");
    }

    @Test
    void anEventIsReadAsHibernateReadsIt() {
        run(() -> {
            var pair = sutton.with(daniel);
            pair.follow();
            pair.followPrivately();
            pair.note("Met at the boat show.");
            pair.unfollow();
        });
        var events = ask(() -> FollowEvent.<FollowEvent>list("order by id"));
        assertThat(events).anySatisfy(event -> assertNothingIsNull(event));
        assertThat(read(FollowEvent.columns("e"), "follow_events e order by id", FollowEvent::new))
                .usingRecursiveFieldByFieldElementComparator(OURS)
                .isEqualTo(events);
    }

    @Test
    void whatIsNotThereHasNoId() {
        var missing =
                "(select) one left join users u on false left join follow_counts c on false left join follow_events e on false";
        assertThat(read(User.columns("u"), missing, User::new).get(0).id).isNull();
        assertThat(read(FollowCounts.columns("c"), missing, FollowCounts::new).get(0).userId)
                .isNull();
        assertThat(read(FollowEvent.columns("e"), missing, FollowEvent::new).get(0).id)
                .isNull();
    }

    @Test
    void whatTheTransactionHasChangedIsReadInIt() {
        var sql = new PlainSql("select bio from users where id = :id");
        var bios = ask(() -> {
            User.<User>findById(sutton.id).bio = "Boats";
            return sql.in(Panache.getEntityManager().unwrap(Session.class))
                    .set("id", sutton.id)
                    .list(Columns::text);
        });
        assertThat(bios).containsExactly("Boats");
    }

    @Test
    void outsideOfATransactionNoConnectionIsKept() {
        assertThat(Tied.to(sutton.id, daniel.id)).isEmpty();
        assertThat(circle.sight(new Whom("daniel_bates", true), sutton.id)).isPresent();
        assertThat(Panache.getEntityManager()
                        .unwrap(SessionImplementor.class)
                        .getJdbcCoordinator()
                        .getLogicalConnection()
                        .isPhysicallyConnected())
                .isFalse();
    }

    private static void assertNothingIsNull(Object entity) {
        assertThat(Arrays.stream(entity.getClass().getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())
                                && !field.getName().startsWith("$$_"))
                        .peek(field -> field.setAccessible(true))
                        .filter(field -> value(field, entity) == null))
                .isEmpty();
    }

    private static Object value(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(String sql) {
        run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }

    private <T> List<T> read(String columns, String from, PlainQuery.Reader<T> reader) {
        var sql = new PlainSql("select " + columns + " from " + from);
        return original.ask(session -> sql.in(session).list(reader));
    }
}
