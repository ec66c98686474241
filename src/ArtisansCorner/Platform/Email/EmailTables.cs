using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Email;

/// <summary>How e-mails lie in the database.</summary>
public sealed class EmailTables : IEntityTypeConfiguration<OutgoingEmail>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OutgoingEmail> builder)
    {
        builder.ToTable("Emails");
        builder.Property(email => email.To).HasMaxLength(320);
        builder.Property(email => email.FromName).HasMaxLength(OutgoingEmail.LongestSubject);
        builder.Property(email => email.Subject).HasMaxLength(OutgoingEmail.LongestSubject);
        builder.Property(email => email.Failure).HasMaxLength(300);
        builder.Property(email => email.AttachmentName).HasMaxLength(OutgoingEmail.LongestSubject);
        builder.Property(email => email.StopAddress).HasMaxLength(1000);
        builder.HasIndex(email => new { email.ShopId, email.CauseId });
        builder.HasIndex(email => new { email.ShopId, email.AskedAt });
        builder.HasIndex(email => email.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
    }
}

/// <summary>E-mails in the database.</summary>
public static class EmailSets
{
    extension(AppDb db)
    {
        /// <summary>What is sent to people.</summary>
        public DbSet<OutgoingEmail> Emails => db.Set<OutgoingEmail>();
    }
}
