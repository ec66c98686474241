using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Tests.House;

/// <summary>The migrations say what the model says, on both engines.</summary>
public sealed class PendingModelChangesTests
{
    [Fact]
    public void SQLite_has_a_migration_for_every_change() => HasNone(new SqliteDesignTime().CreateDbContext([]));

    [Fact]
    public void PostgreSQL_has_a_migration_for_every_change() => HasNone(new PostgresDesignTime().CreateDbContext([]));

    private static void HasNone(AppDb db)
    {
        using (db) Assert.False(db.Database.HasPendingModelChanges(), "The model changed: scripts/migrate NameOfTheChange makes the migrations.");
    }
}
