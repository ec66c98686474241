using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Customers;

/// <summary>How what is learned about customers lies in the database.</summary>
public sealed class CustomersTables : IEntityTypeConfiguration<CustomerScoring>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<CustomerScoring> builder)
    {
        builder.ToTable("CustomerScorings");
        builder.HasKey(scoring => scoring.ShopId);
    }
}

/// <summary>What is learned about customers in the database.</summary>
public static class CustomersSets
{
    extension(AppDb db)
    {
        /// <summary>How shops stood when their customers were scored.</summary>
        public DbSet<CustomerScoring> CustomerScorings => db.Set<CustomerScoring>();
    }
}
