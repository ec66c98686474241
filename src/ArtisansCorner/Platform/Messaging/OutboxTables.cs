using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>How messages lie in the database.</summary>
public sealed class OutboxTables : IEntityTypeConfiguration<OutboxMessage>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(message => message.Event).HasMaxLength(100);
        builder.HasIndex(message => message.DueAt);
    }
}

/// <summary>The messages in the database.</summary>
public static class OutboxSets
{
    extension(AppDb db)
    {
        /// <summary>Events that wait to be handled.</summary>
        public DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();
    }
}
