using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Sales;

/// <summary>How sales and what follows them lie in the database.</summary>
public sealed class SalesTables :
    IEntityTypeConfiguration<Channel>, IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<Sale>, IEntityTypeConfiguration<SaleLine>,
    IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<RefundLine>, IEntityTypeConfiguration<Fee>,
    IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<CustomerScore>
{
    /// <summary>The name of the filter that leaves out what was corrected: it is kept, and counts nowhere.</summary>
    public const string CountedFilter = "counted";

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("Channels");
        builder.Property(channel => channel.Name).HasMaxLength(60);
        builder.Property(channel => channel.Key).HasMaxLength(60);
        builder.HasIndex(channel => new { channel.ShopId, channel.Key }).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.Property(customer => customer.Name).HasMaxLength(200);
        builder.Property(customer => customer.Email).HasMaxLength(320);
        builder.Property(customer => customer.EmailKey).HasMaxLength(320);
        builder.Property(customer => customer.ExternalId).HasMaxLength(200);
        builder.Property(customer => customer.Country).HasMaxLength(100);
        builder.Property(customer => customer.Region).HasMaxLength(100);
        builder.Property(customer => customer.City).HasMaxLength(100);
        builder.Property(customer => customer.Postcode).HasMaxLength(20);
        builder.Property(customer => customer.Search).HasMaxLength(Customer.LongestSearch);
        builder.HasIndex(customer => new { customer.ShopId, customer.EmailKey }).IsUnique();
        builder.HasIndex(customer => new { customer.ShopId, customer.ChannelId, customer.ExternalId }).IsUnique();
        builder.HasIndex(customer => new { customer.ShopId, customer.Country }).HasFilter("\"Country\" IS NOT NULL");
        builder.HasIndex(customer => new { customer.ShopId, customer.Region }).HasFilter("\"Region\" IS NOT NULL");
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Sale> builder)
    {
        builder.ToTable("Sales");
        builder.Property(sale => sale.ExternalId).HasMaxLength(200);
        builder.Property(sale => sale.Summary).HasMaxLength(300);
        builder.Property(sale => sale.Search).HasMaxLength(Sale.LongestSearch);
        builder.Property(sale => sale.Note).HasMaxLength(2000);
        builder.Property(sale => sale.ExchangeRate).HasConversion(rate => rate!.Value.Trillionths, trillionths => ExchangeRate.OfTrillionths(trillionths));
        builder.Ignore(sale => sale.Total);
        builder.HasQueryFilter(CountedFilter, sale => sale.CorrectedById == null);
        // What took the place of a corrected sale bears its number.
        builder.HasIndex(sale => new { sale.ShopId, sale.ChannelId, sale.ExternalId }).IsUnique().HasFilter("\"CorrectedById\" IS NULL");
        builder.HasIndex(sale => sale.CorrectedById).HasFilter("\"CorrectedById\" IS NOT NULL");
        builder.HasIndex(sale => new { sale.ShopId, sale.SoldAt, sale.Id });
        builder.HasIndex(sale => new { sale.ShopId, sale.Day });
        // With the shop in front, so that no planner takes the index of days for the question what a customer bought before.
        // It answers by itself which customer bought on which day: looking at each sale for that took half the time of counting everyone's days.
        builder.HasIndex(sale => new { sale.ShopId, sale.CustomerId, sale.Day }).HasFilter("\"CorrectedById\" IS NULL AND \"CustomerId\" IS NOT NULL");
        builder.HasIndex(sale => sale.ShopId, "IX_Sales_Sample").HasFilter("\"RecordedThrough\" = 4");
        builder.HasIndex(sale => sale.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasIndex(sale => sale.LocationId).HasFilter("\"LocationId\" IS NOT NULL");
        builder.HasOne<Channel>().WithMany().HasForeignKey(sale => sale.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SaleLine> builder)
    {
        builder.ToTable("SaleLines");
        builder.Property(line => line.Title).HasMaxLength(300);
        builder.Ignore(line => line.Net);
        builder.Ignore(line => line.OriginalNet);
        builder.HasQueryFilter(CountedFilter, line => line.CorrectedById == null);
        builder.HasIndex(line => line.SaleId);
        builder.HasIndex(line => line.MatchedById).HasFilter("\"MatchedById\" IS NOT NULL");
        builder.HasIndex(line => new { line.ShopId, line.Day });
        builder.HasOne<Sale>().WithMany().HasForeignKey(line => line.SaleId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.Property(refund => refund.ExternalId).HasMaxLength(200);
        builder.HasIndex(refund => new { refund.ShopId, refund.ChannelId, refund.ExternalId }).IsUnique();
        builder.HasIndex(refund => new { refund.ShopId, refund.Day });
        builder.HasIndex(refund => new { refund.SaleId, refund.Number }).IsUnique();
        builder.HasIndex(refund => refund.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasOne<Sale>().WithMany().HasForeignKey(refund => refund.SaleId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<RefundLine> builder)
    {
        builder.ToTable("RefundLines");
        builder.Property(line => line.Title).HasMaxLength(300);
        builder.HasIndex(line => line.RefundId);
        builder.HasIndex(line => line.MatchedById).HasFilter("\"MatchedById\" IS NOT NULL");
        builder.HasIndex(line => new { line.ShopId, line.Day });
        builder.HasOne<Refund>().WithMany().HasForeignKey(line => line.RefundId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Fee> builder)
    {
        builder.ToTable("Fees");
        builder.Property(fee => fee.Type).HasMaxLength(60);
        builder.Property(fee => fee.ExternalId).HasMaxLength(200);
        builder.Property(fee => fee.OrderNumber).HasMaxLength(200);
        builder.HasQueryFilter(CountedFilter, fee => fee.CorrectedById == null);
        builder.HasIndex(fee => fee.SaleId);
        builder.HasIndex(fee => new { fee.ShopId, fee.ChannelId, fee.ExternalId }).IsUnique().HasFilter("\"ExternalId\" IS NOT NULL");
        builder.HasIndex(fee => new { fee.ShopId, fee.Day });
        builder.HasIndex(fee => fee.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasOne<Sale>().WithMany().HasForeignKey(fee => fee.SaleId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("Corrections");
        builder.Property(correction => correction.Reason).HasMaxLength(Correction.LongestReason);
        builder.HasIndex(correction => new { correction.ShopId, correction.SaleId }).IsUnique();
        builder.HasIndex(correction => new { correction.ShopId, correction.NewSaleId });
        builder.HasOne<Sale>().WithMany().HasForeignKey(correction => correction.SaleId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<CustomerScore> builder)
    {
        builder.ToTable("CustomerScores");
        builder.HasKey(score => score.CustomerId);
        builder.HasIndex(score => new { score.ShopId, score.Group });
        builder.HasOne<Customer>().WithMany().HasForeignKey(score => score.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Sales in the database.</summary>
public static class SalesSets
{
    extension(AppDb db)
    {
        /// <summary>Where sales come from.</summary>
        public DbSet<Channel> Channels => db.Set<Channel>();

        /// <summary>Buyers.</summary>
        public DbSet<Customer> Customers => db.Set<Customer>();

        /// <summary>Orders.</summary>
        public DbSet<Sale> Sales => db.Set<Sale>();

        /// <summary>What was sold in them.</summary>
        public DbSet<SaleLine> SaleLines => db.Set<SaleLine>();

        /// <summary>What was given back.</summary>
        public DbSet<Refund> Refunds => db.Set<Refund>();

        /// <summary>What came back in them.</summary>
        public DbSet<RefundLine> RefundLines => db.Set<RefundLine>();

        /// <summary>Sales that took the place of others.</summary>
        public DbSet<Correction> Corrections => db.Set<Correction>();

        /// <summary>Where customers stand among each other.</summary>
        public DbSet<CustomerScore> CustomerScores => db.Set<CustomerScore>();

        /// <summary>What others kept.</summary>
        public DbSet<Fee> Fees => db.Set<Fee>();
    }
}
