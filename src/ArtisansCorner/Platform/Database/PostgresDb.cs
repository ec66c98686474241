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

    /// <summary>PostgreSQL refuses any other offset, and keeps microseconds.</summary>
    private sealed class InUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
