using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ArtisansCorner.Platform.Database;

/// <summary>The database of an installation: PostgreSQL 15 or later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    /// <inheritdoc />
    public override IEngine Engine => PostgresEngine.Instance;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InUtc>();
        configurationBuilder.Properties<Values.Currency>().HaveConversion<CurrencyCode>().HaveMaxLength(3);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // By every three letters in a row; the extension comes with PostgreSQL, and whoever owns the database may add it.
        modelBuilder.HasPostgresExtension("pg_trgm");
        foreach (var text in FoundAnywhere.Of(modelBuilder.Model).ToList())
            modelBuilder.Entity(text.DeclaringType.ClrType).HasIndex([text.Name], $"IX_{text.DeclaringType.GetTableName()}_{text.Name}Anywhere").HasMethod("gin").HasOperators("gin_trgm_ops");
    }

    /// <summary>PostgreSQL refuses any other offset, and keeps microseconds.</summary>
    private sealed class InUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
