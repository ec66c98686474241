using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>How reservations lie in the database.</summary>
public sealed class ReservingTables : IEntityTypeConfiguration<Reservation>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.ToTable("Reservations");
        builder.Property(reservation => reservation.Reason).HasMaxLength(Reservation.LongestReason);
        builder.Property(reservation => reservation.Unit).HasMaxLength(20);
        builder.HasIndex(reservation => reservation.VariantId).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Reservations_Open");
        builder.HasIndex(reservation => new { reservation.ShopId, reservation.RecordedAt });
        builder.HasOne<Variant>().WithMany().HasForeignKey(reservation => reservation.VariantId);
    }
}

/// <summary>What is set aside, in the database.</summary>
public static class ReservingSets
{
    extension(AppDb db)
    {
        /// <summary>What is set aside, and what was.</summary>
        public DbSet<Reservation> Reservations => db.Set<Reservation>();
    }
}
