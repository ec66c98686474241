using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddKits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SaleId",
                table: "Batches",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_SaleId",
                table: "Batches",
                column: "SaleId",
                filter: "\"SaleId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Batches_SaleId",
                table: "Batches");

            migrationBuilder.DropColumn(
                name: "SaleId",
                table: "Batches");
        }
    }
}
