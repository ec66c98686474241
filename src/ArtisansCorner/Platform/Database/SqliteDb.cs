using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ArtisansCorner.Platform.Database;

/// <summary>The database in a file beside the product: nothing to set up.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    /// <inheritdoc />
    public override IEngine Engine => SqliteEngine.Instance;

    /// <inheritdoc />
    public override object CurrentShopInSql => CurrentShopId.ToByteArray(true);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
        // Ids that are written in a query itself.
        configurationBuilder.DefaultTypeMapping<Guid>().HasConversion<GuidBytes>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Values.Currency>().HaveConversion<CurrencyCode>().HaveMaxLength(3);
    }

    /// <summary>Sixteen bytes in the order that sorts: half the room of text in every index.</summary>
    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    /// <summary>SQLite cannot compare instants; ticks it can.</summary>
    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
