using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>How payments of galleries lie in the database.</summary>
public sealed class ConsigningTables : IEntityTypeConfiguration<GalleryPayment>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<GalleryPayment> builder)
    {
        builder.ToTable("GalleryPayments");
        builder.Property(payment => payment.Note).HasMaxLength(GalleryPayment.LongestNote);
        builder.HasIndex(payment => new { payment.ShopId, payment.LocationId, payment.Day });
        builder.HasOne<Location>().WithMany().HasForeignKey(payment => payment.LocationId);
    }
}

/// <summary>What galleries paid, in the database.</summary>
public static class ConsigningSets
{
    extension(AppDb db)
    {
        /// <summary>What galleries paid.</summary>
        public DbSet<GalleryPayment> GalleryPayments => db.Set<GalleryPayment>();
    }
}
