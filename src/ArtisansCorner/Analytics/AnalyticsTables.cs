using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Analytics;

/// <summary>How the roll-ups, goals and notes lie in the database.</summary>
public sealed class AnalyticsTables :
    IEntityTypeConfiguration<DailySales>, IEntityTypeConfiguration<DailyProductSales>, IEntityTypeConfiguration<DailyChannelSales>,
    IEntityTypeConfiguration<HourlySales>, IEntityTypeConfiguration<CustomerDay>, IEntityTypeConfiguration<SalesRevision>, IEntityTypeConfiguration<SalesMonth>,
    IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<Annotation>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DailySales> builder)
    {
        builder.ToTable("DailySales");
        builder.HasKey(day => new { day.ShopId, day.Day });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DailyProductSales> builder)
    {
        builder.ToTable("DailyProductSales");
        builder.HasKey(day => new { day.ShopId, day.Day, day.VariantId });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DailyChannelSales> builder)
    {
        builder.ToTable("DailyChannelSales");
        builder.HasKey(day => new { day.ShopId, day.Day, day.ChannelId });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<HourlySales> builder)
    {
        builder.ToTable("HourlySales");
        builder.HasKey(hour => new { hour.ShopId, hour.Day, hour.Hour });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<CustomerDay> builder)
    {
        builder.ToTable("CustomerDays");
        builder.HasKey(day => new { day.ShopId, day.Day, day.CustomerId });
        // With the shop in front: of an index of customers alone SQLite's planner thinks less than of the key's first column, and reads the whole shop.
        builder.HasIndex(day => new { day.ShopId, day.CustomerId });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SalesRevision> builder)
    {
        builder.ToTable("SalesRevisions");
        builder.HasKey(revision => revision.ShopId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SalesMonth> builder)
    {
        builder.ToTable("SalesMonths");
        builder.HasKey(month => new { month.ShopId, month.Month });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("Goals");
        builder.HasKey(goal => new { goal.ShopId, goal.Month });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Annotation> builder)
    {
        builder.ToTable("Annotations");
        builder.Property(note => note.Text).HasMaxLength(Annotation.LongestText);
        builder.Property(note => note.Version).IsConcurrencyToken();
        builder.Ignore(note => note.Days);
        builder.HasIndex(note => new { note.ShopId, note.From });
    }
}

/// <summary>The roll-ups in the database, goals, and notes.</summary>
public static class AnalyticsSets
{
    extension(AppDb db)
    {
        /// <summary>Business days in sums.</summary>
        public DbSet<DailySales> DailySales => db.Set<DailySales>();

        /// <summary>Variants by day.</summary>
        public DbSet<DailyProductSales> DailyProductSales => db.Set<DailyProductSales>();

        /// <summary>Channels by day.</summary>
        public DbSet<DailyChannelSales> DailyChannelSales => db.Set<DailyChannelSales>();

        /// <summary>Hours of days.</summary>
        public DbSet<HourlySales> HourlySales => db.Set<HourlySales>();

        /// <summary>Customers by day.</summary>
        public DbSet<CustomerDay> CustomerDays => db.Set<CustomerDay>();

        /// <summary>How often the roll-ups were made again.</summary>
        public DbSet<SalesRevision> SalesRevisions => db.Set<SalesRevision>();

        /// <summary>What months are to bring.</summary>
        public DbSet<Goal> Goals => db.Set<Goal>();

        /// <summary>Notes on days.</summary>
        public DbSet<Annotation> Annotations => db.Set<Annotation>();
    }
}
