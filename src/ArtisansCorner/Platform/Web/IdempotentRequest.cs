using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Web;

/// <summary>A request that was carried out once under its Idempotency-Key; written in the transaction of what it made.</summary>
public sealed class IdempotentRequest : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The key that the client chose.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: another request under the same key is a mistake.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it made.</summary>
    public required Guid ResultId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How carried-out requests lie in the database.</summary>
public sealed class IdempotencyTables : IEntityTypeConfiguration<IdempotentRequest>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("IdempotentRequests");
        builder.HasKey(request => new { request.ShopId, request.Key });
        builder.Property(request => request.Key).HasMaxLength(200);
        builder.HasIndex(request => request.CreatedAt);
    }
}

/// <summary>Carried-out requests in the database.</summary>
public static class IdempotencySets
{
    extension(AppDb db)
    {
        /// <summary>Requests that were carried out once.</summary>
        public DbSet<IdempotentRequest> IdempotentRequests => db.Set<IdempotentRequest>();
    }
}
